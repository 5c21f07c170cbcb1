"""Every formula of the field over random inputs, computed here and not by farsight.

    python3 tests/figures/recomputed.py > tests/figures/recomputed.json

Binary floating point is enough: the test compares to a millionth.
"""

import json
import math
import random

R=random.Random(7)
u=lambda a,b,d=3: round(R.uniform(a,b),d)
n=lambda a,b: R.randint(a,b)
F={
'ad_increment':(lambda:dict(added_sales=n(100,90000),cm_ratio=u(.05,.9),added_cost=n(10,9000)),lambda added_sales,cm_ratio,added_cost:{'change':added_sales*cm_ratio-added_cost}),
'attainment':(lambda:dict(expected=[n(10,900) for _ in range(4)],actual=[n(10,900) for _ in range(4)]),lambda expected,actual:{'deviation':[(a-e)/e for a,e in zip(actual,expected)]}),
'dev_index':(lambda:dict(pct_sales=u(.1,60),pct_population=u(.1,60)),lambda pct_sales,pct_population:{'index':100*pct_sales/pct_population}),
'break_even':(lambda:dict(price=u(20,90),variable_cost=u(1,19),fixed=n(100,90000),target=n(1,9000)),lambda price,variable_cost,fixed,target:{'units':fixed/(price-variable_cost),'units_for_target':(fixed+target)/(price-variable_cost),'unit_contribution':price-variable_cost,'units_ceil':math.ceil(round(fixed/(price-variable_cost),9))}),
'break_even_price':(lambda:dict(fixed=n(1,9000),variable=u(1,9),units=n(1,900)),lambda fixed,variable,units:{'price':(fixed+variable*units)/units}),
'break_even_vcr':(lambda:dict(price=u(5,90),variable_cost_ratio=u(.1,.9),fixed=n(10,900),new_variable_cost=u(1,9)),lambda price,variable_cost_ratio,fixed,new_variable_cost:{'unit_contribution':price*(1-variable_cost_ratio),'units':fixed/(price*(1-variable_cost_ratio)),'price_keeping_ratio':new_variable_cost/variable_cost_ratio}),
'break_even_via_channel':(lambda:dict(retail_price=u(50,90),retailer_margin=u(.1,.4),variable_cost=u(1,19),fixed=n(100,9000),target=n(100,9000)),lambda retail_price,retailer_margin,variable_cost,fixed,target:(lambda c,p:{'units':fixed/c,'revenue':fixed/c*p,'units_for_target':(fixed+target)/c})(retail_price*(1-retailer_margin)-variable_cost,retail_price*(1-retailer_margin))),
'cvp_ratio':(lambda:dict(price=u(20,90),variable_cost=u(1,19),contribution=n(1000,90000),fixed=n(100,9000)),lambda price,variable_cost,contribution,fixed:{'variable_cost_ratio':variable_cost/price,'cm_ratio':1-variable_cost/price,'profit':contribution-fixed}),
'trial_break_even':(lambda:dict(campaign=n(1000,90000),price=u(20,90),variable=u(1,5),total_months=12,free_months=n(0,3)),lambda campaign,price,variable,total_months,free_months:(lambda c:{'contribution':c,'accounts':campaign/c})(price*(total_months-free_months)-variable*total_months)),
'cac_by_calls':(lambda:dict(annual_cost=n(1000,90000),annual_calls=n(10,900),calls_per_win=n(1,9)),lambda annual_cost,annual_calls,calls_per_win:{'cost_per_call':annual_cost/annual_calls,'cac':annual_cost/annual_calls*calls_per_win}),
'cac_simple':(lambda:dict(spend=n(100,9000),new_customers=n(1,900)),lambda spend,new_customers:{'cac':spend/new_customers}),
'cost_per_call_only':(lambda:dict(annual_cost=n(1000,90000),calls_per_week=n(1,20),weeks=n(20,50)),lambda annual_cost,calls_per_week,weeks:{'cost_per_call':annual_cost/(calls_per_week*weeks)}),
'cost_per_win':(lambda:dict(cost_per_lead=u(1,90),closure_rate=u(.01,.9)),lambda cost_per_lead,closure_rate:{'cost_per_win':cost_per_lead/closure_rate}),
'cac_payback':(lambda:dict(cac=u(10,900),arpu=u(5,90),gross_margin=u(.1,.9)),lambda cac,arpu,gross_margin:{'payback_months':cac/(arpu*gross_margin),'monthly_gp':arpu*gross_margin}),
'cannibal_contribution':(lambda:dict(old_units=n(100,900),old_cm=u(1,9),new_units=n(10,90),new_cm=u(1,9),rate=u(.1,.9)),lambda old_units,old_cm,new_units,new_cm,rate:{'before':old_units*old_cm,'lost_units':rate*new_units,'after':(old_units-rate*new_units)*old_cm+new_units*new_cm,'net_gain':new_units*new_cm-rate*new_units*old_cm,'break_even_rate':new_cm/old_cm}),
'cannibal_revenue':(lambda:dict(old_units=n(100,900),old_price=u(1,9),new_units=n(10,90),new_price=u(1,9),rate=u(.1,.9)),lambda old_units,old_price,new_units,new_price,rate:{'lost_units':rate*new_units,'revenue':(old_units-rate*new_units)*old_price+new_units*new_price,'revenue_before':old_units*old_price}),
'churn_rate':(lambda:dict(start=n(100,900),lost=n(1,90)),lambda start,lost:{'churn':lost/start}),
'lifetime_from_churn':(lambda:dict(churn=u(.01,.9)),lambda churn:{'lifetime':1/churn}),
'clv_infinite':(lambda:dict(m=u(1,900),r=u(.01,.99),i=u(.01,.5)),lambda m,r,i:{'multiple':r/(1+i-r),'clv':m*r/(1+i-r)}),
'clv_churn':(lambda:dict(arpa=u(1,900),gross_margin=u(.1,.9),churn=u(.01,.5)),lambda arpa,gross_margin,churn:{'ltv':arpa*gross_margin/churn,'lifetime_periods':1/churn}),
'clv_cohort_table':(lambda:dict(customers=[100,n(50,99),n(20,49),n(1,19)],revenue=[u(50,90) for _ in range(3)],cost=[u(5,40) for _ in range(3)],acquisition_cost=u(1,30),i=u(.01,.3)),None),
'clv_finite_rt_minus1':(lambda:dict(margins=[u(10,90) for _ in range(4)],costs=[u(1,9) for _ in range(4)],r=u(.1,.9),i=u(.01,.3),acquisition_cost=u(1,30)),lambda margins,costs,r,i,acquisition_cost:(lambda pv:{'pv':pv,'clv':pv-acquisition_cost})(sum((m-c)*r**(t-1)/(1+i)**t for t,(m,c) in enumerate(zip(margins,costs),1)))),
'npv':(lambda:dict(cash=[-n(100,900)]+[n(10,400) for _ in range(4)],i=u(.01,.3)),lambda cash,i:{'npv':sum(c/(1+i)**t for t,c in enumerate(cash))}),
'clv_growth':(lambda:dict(r=u(.1,.8),i=u(.1,.3),g=u(.0,.1)),lambda r,i,g:{'multiple':r/(1+i-r*(1+g))}),
'clv_finite_constant':(lambda:dict(m=u(1,900),r=u(.1,.9),i=u(.01,.3),n=n(1,12)),lambda m,r,i,n:{'clv':sum(m*r**t/(1+i)**t for t in range(1,n+1)),'infinite':m*r/(1+i-r)}),
'clv_infinite_immediate':(lambda:dict(m=u(1,900),r=u(.1,.99),i=u(.01,.3)),lambda m,r,i:{'clv':m*(1+i)/(1+i-r),'multiple':(1+i)/(1+i-r)}),
'clv_lifetime':(lambda:dict(revenue=u(500,900),product_cost=u(1,90),service_cost=u(1,90),retention=u(.1,.9),acquisition_cost=u(1,900)),lambda revenue,product_cost,service_cost,retention,acquisition_cost:{'annual_profit':revenue-product_cost-service_cost,'lifetime_years':1/(1-retention),'clv':(revenue-product_cost-service_cost)/(1-retention)-acquisition_cost}),
'retention_elasticity':(lambda:dict(r=u(.1,.9),i=u(.01,.3)),lambda r,i:{'elasticity':(1+i)/(1+i-r)}),
'clv_simple':(lambda:dict(annual_profit=u(1,900),years=n(1,9),acquisition_cost=u(1,900)),lambda annual_profit,years,acquisition_cost:{'clv':annual_profit*years-acquisition_cost}),
'clv_visits':(lambda:dict(years=n(1,9),visits_per_week=n(1,5),spend=u(1,90),margin=u(.1,.9)),lambda years,visits_per_week,spend,margin:{'clv':years*52*visits_per_week*spend*margin}),
'lifetime_profit_seed':(lambda:dict(annual_revenue=u(1,900),loyal_years=n(1,9),profit_rate=u(.1,.9),cac=u(1,90)),lambda annual_revenue,loyal_years,profit_rate,cac:{'clv':annual_revenue*loyal_years*profit_rate,'net_of_cac':annual_revenue*loyal_years*profit_rate-cac}),
'hhi':(lambda:dict(shares=[40,25,15,10,5,5],n=n(1,5)),lambda shares,n:{'hhi':sum(s*s for s in shares),'crn':sum(sorted(shares)[::-1][:n])}),
'concentration':(lambda:dict(values=[n(1,900) for _ in range(n(3,30))]),lambda values:{'top20_share':sum(sorted(values)[::-1][:math.ceil(len(values)*.2-1e-9)])/sum(values)}),
'cpm':(lambda:dict(cost=u(1,900),impressions=n(100,90000)),lambda cost,impressions:{'cpm':1000*cost/impressions}),
'csat':(lambda:dict(counts={str(k):n(1,50) for k in (5,4,3,2,1)}),lambda counts:{'satisfied':counts['5']+counts['4'],'total':sum(counts.values()),'csat':100*(counts['5']+counts['4'])/sum(counts.values())}),
'customer_equity_sum':(lambda:dict(groups=[dict(customers=n(1,900),clv=u(-90,900)) for _ in range(3)]),lambda groups:{'customer_equity':sum(g['customers']*g['clv'] for g in groups)}),
'new_customer_profit':(lambda:dict(prospects=n(100,9000),acq_rate=u(.01,.5),margin_per_customer=u(1,900),cost_per_prospect=u(1,90)),lambda prospects,acq_rate,margin_per_customer,cost_per_prospect:{'profit':prospects*acq_rate*margin_per_customer-prospects*cost_per_prospect}),
'tier_value':(lambda:{k:dict(customers=n(1,900),probability=u(.01,.9),frequency=n(1,9),amount=n(1,9000)) for k in 'ab'},lambda a,b:(lambda v:{'value_a':v(a),'value_b':v(b),'ratio':v(b)/v(a)})(lambda x:x['customers']*x['probability']*x['frequency']*x['amount'])),
'elasticity_midpoint':(lambda:dict(p1=u(1,9),q1=n(100,900),p2=u(10,19),q2=n(10,99)),lambda p1,q1,p2,q2:(lambda e:{'elasticity':e,'elastic':abs(e)>1})(((q2-q1)/((q1+q2)/2))/((p2-p1)/((p1+p2)/2)))),
'elasticity_point':(lambda:dict(p1=u(1,9),q1=n(100,900),p2=u(10,19),q2=n(10,99)),lambda p1,q1,p2,q2:{'elasticity':((q2-q1)/q1)/((p2-p1)/p1)}),
'esov':(lambda:dict(sov=u(1,60),som=u(1,60)),lambda sov,som:{'esov':sov-som}),
'ratio_sum':(lambda:dict(parts=[n(1,15) for _ in range(4)]),lambda parts:{'total':sum(parts)}),
'grp':(lambda:dict(reach_pct=u(1,90),frequency=n(1,9)),lambda reach_pct,frequency:{'grp':reach_pct*frequency}),
'heavy_usage':(lambda:dict(brand_buyer_use=u(1,9),category_use=u(1,9)),lambda brand_buyer_use,category_use:{'index':brand_buyer_use/category_use}),
'lifetime_revenue':(lambda:dict(spend=u(1,900),periods=n(1,50),years=n(1,20)),lambda spend,periods,years:{'lifetime_revenue':spend*periods*years}),
'ltv_cac':(lambda:dict(ltv=u(100,900),ratio=n(2,5)),lambda ltv,ratio:{'max_cac':ltv/ratio}),
'atar':(lambda:dict(population=n(1000,90000),awareness=u(.1,.9),availability=u(.1,.9),trial=u(.1,.9),repeat=u(.1,.9)),lambda population,awareness,availability,trial,repeat:{'buyers':population*awareness*availability*trial*repeat}),
'chain_ratio':(lambda:dict(base=n(1000,900000),ratios=[u(.1,.9),u(.1,.9),u(1.1,2)],q=n(1,5),p=u(1,90)),lambda base,ratios,q,p:{'buyers':base*math.prod(ratios),'value':base*math.prod(ratios)*q*p}),
'market_potential':(lambda:dict(n=n(1000,900000),q=n(1,9),p=u(1,90)),lambda n,q,p:{'potential':n*q*p}),
'nmc':(lambda:dict(net_sales=n(5000,9000),cogs=n(1000,4000),marketing=n(100,900)),lambda net_sales,cogs,marketing:{'nmc':net_sales-cogs-marketing,'marketing_ros':(net_sales-cogs-marketing)/net_sales,'marketing_roi':(net_sales-cogs-marketing)/marketing}),
'markup':(lambda:dict(cost=u(1,9),price=u(10,20)),lambda cost,price:{'on_price':(price-cost)/price,'on_cost':(price-cost)/cost,'markup':price-cost}),
'price_from_margin':(lambda:dict(cost=u(1,90),margin=u(.1,.9)),lambda cost,margin:{'price':cost/(1-margin)}),
'chain_margins':(lambda:dict(prices=[100,u(70,90),u(40,60)]),lambda prices:{'margins':[(a-b)/a for a,b in zip(prices,prices[1:])]}),
'markup_chain':(lambda:dict(retail=u(100,900),margins=[u(.1,.5),u(.1,.5)]),lambda retail,margins:{'producer_price':retail*(1-margins[0])*(1-margins[1]),'prices':[retail,retail*(1-margins[0]),retail*(1-margins[0])*(1-margins[1])]}),
'nps':(lambda:dict(promoters=n(1,90),passives=n(1,90),detractors=n(1,90)),lambda promoters,passives,detractors:{'nps':100*(promoters-detractors)/(promoters+passives+detractors)}),
'nps_scores':(lambda:dict(scores=[n(0,10) for _ in range(20)]),lambda scores:(lambda p,d:{'promoters':p,'passives':len(scores)-p-d,'detractors':d,'nps':100*(p-d)/len(scores)})(sum(s>=9 for s in scores),sum(s<=6 for s in scores))),
'penetration':(lambda:dict(population=n(10000,90000),category_buyers=n(1000,9000),brand_buyers=n(10,900)),lambda population,category_buyers,brand_buyers:{'brand':brand_buyers/population,'share':brand_buyers/category_buyers}),
'customer_value_index':(lambda:dict(weights=[.5,.3,.2],scores=[u(1,9) for _ in range(3)],cost_index=u(1,5)),lambda weights,scores,cost_index:(lambda b:{'benefits':b,'value_index':b-cost_index})(sum(w*s for w,s in zip(weights,scores)))),
'evc':(lambda:dict(reference_price=n(100,900),functionality=n(1,90),startup_saving=n(1,90),postpurchase_saving=n(1,90),price=n(100,900)),lambda reference_price,functionality,startup_saving,postpurchase_saving,price:{'evc':reference_price+functionality+startup_saving+postpurchase_saving,'added_value':functionality+startup_saving+postpurchase_saving}),
'value_buildup':(lambda:dict(reference=n(100,900),premiums=[n(1,90) for _ in range(3)],discount=n(1,50)),lambda reference,premiums,discount:{'value':reference+sum(premiums),'extra_value':sum(premiums),'price':reference+sum(premiums)-discount,'premium_paid':sum(premiums)-discount}),
'besc':(lambda:dict(cm=u(.2,.9),dp=u(-.15,.3)),lambda cm,dp:{'change':-dp/(cm+dp)}),
'besc_money':(lambda:dict(price=u(10,20),variable_cost=u(1,5),delta=u(-3,3)),lambda price,variable_cost,delta:{'change':-delta/(price+delta-variable_cost)}),
'discount_keep_revenue':(lambda:dict(discount=u(.01,.9)),lambda discount:{'change':1/(1-discount)-1}),
'keep_contribution_sales':(lambda:dict(price=u(10,20),variable_cost=u(1,5),cut=u(.01,.3),old_sales=n(100,9000)),lambda price,variable_cost,cut,old_sales:(lambda o,c:{'old_contribution':o,'new_cm':c,'sales_needed':o/c})(old_sales*(price-variable_cost)/price,(price*(1-cut)-variable_cost)/(price*(1-cut)))),
'unit_cost_pricing':(lambda:dict(variable=u(1,9),fixed=n(100,9000),units=n(10,900),return_on_sales=u(.1,.5),roi=u(.1,.5),investment=n(100,9000)),lambda variable,fixed,units,return_on_sales,roi,investment:(lambda c:{'unit_cost':c,'markup_price':c/(1-return_on_sales),'target_return_price':c+roi*investment/units})(variable+fixed/units)),
'profit':(lambda:dict(price=u(10,20),variable_cost=u(1,9),fixed=n(1,900),units=n(1,900)),lambda price,variable_cost,fixed,units:{'profit':units*(price-variable_cost)-fixed,'break_even_units':fixed/(price-variable_cost)}),
'exposures':(lambda:dict(budget=n(100,9000),cpm=u(1,30),frequency=n(1,9)),lambda budget,cpm,frequency:{'exposures':budget/(cpm/1000),'reach':budget/(cpm/1000)/frequency}),
'relative_share':(lambda:dict(own=u(.01,.9),rival=u(.01,.9)),lambda own,rival:{'relative_share':own/rival}),
'retention_rate':(lambda:dict(start=n(100,900),end=n(50,99),new=n(1,40)),lambda start,end,new:{'retention':(end-new)/start}),
'be_roas':(lambda:dict(cm=u(.1,.9),order_value=u(1,90)),lambda cm,order_value:{'roas':1/cm,'cpa':order_value*cm}),
'campaign_roi':(lambda:dict(revenue=n(100,9000),cost=n(1,900),clicks=n(100,900),conversions=n(1,90)),lambda revenue,cost,clicks,conversions:{'profit':revenue-cost,'roi':(revenue-cost)/cost,'cpa':cost/conversions}),
'romi':(lambda:dict(spend=n(1,900),incremental_revenue=n(1,9000),cm=u(.1,.9)),lambda spend,incremental_revenue,cm:{'revenue_multiple':incremental_revenue/spend,'incremental_margin':incremental_revenue*cm,'romi':(incremental_revenue*cm-spend)/spend}),
'romi_gp':(lambda:dict(spend=n(1,900),gross_profit=n(1,9000)),lambda spend,gross_profit:{'romi':(gross_profit-spend)/spend}),
'sales_force_breakdown':(lambda:dict(forecast=n(1000,9000),per_rep=n(10,900)),lambda forecast,per_rep:{'reps':forecast/per_rep}),
'sales_force_marginal':(lambda:dict(a=n(100,900),c=n(10,90)),lambda a,c:(lambda x:{'reps':x,'profit':a*math.sqrt(x)-c*x})((a/(2*c))**2)),
'sales_force_workload':(lambda:dict(groups=[[n(100,900),n(1,36)] for _ in range(3)],calls_per_rep=n(100,900)),lambda groups,calls_per_rep:(lambda w:{'workload':w,'reps':w/calls_per_rep})(sum(a*b for a,b in groups))),
'sales_variance':(lambda:dict(p0=u(1,9),q0=n(1,900),p1=u(1,9),q1=n(1,900)),lambda p0,q0,p1,q1:(lambda p,v:{'price':p,'volume':v,'total':p+v,'price_share':p/(p+v),'volume_share':v/(p+v)})((p0-p1)*q1,p0*(q0-q1))),
'share_decomposition':(lambda:dict(market_share=u(.01,.2),share_of_requirements=u(.2,.9),heavy_usage=u(.5,2)),lambda market_share,share_of_requirements,heavy_usage:{'penetration_share':market_share/share_of_requirements/heavy_usage}),
'share_of_customer':(lambda:dict(own=n(1,90),total=n(100,900)),lambda own,total:{'share':own/total}),
'wallet_rule':(lambda:dict(n=n(2,8)),lambda n:{'total':sum((1-k/(n+1))*2/n for k in range(1,n+1))}),
'tam_sam':(lambda:dict(accounts=n(1000,9000),acv=n(10,900),served=n(10,900)),lambda accounts,acv,served:{'tam':accounts*acv,'sam':served*acv}),
'tam_sam_som_topdown':(lambda:dict(tam=n(1000,90000),share=u(.01,.9),competitors=n(1,20)),lambda tam,share,competitors:{'sam':tam*share,'som':tam*share/competitors}),
}
def cohort(customers,revenue,cost,acquisition_cost,i):
    pv=sum(c*(r-k)/(1+i)**t for t,(c,r,k) in enumerate(zip(customers[1:],revenue,cost),1))
    return {'pv_profits':pv,'customer_equity':pv-customers[0]*acquisition_cost,'clv_per_customer':(pv-customers[0]*acquisition_cost)/customers[0]}
F['clv_cohort_table']=(F['clv_cohort_table'][0],cohort)

out = []
for key in sorted(F):
    make, compute = F[key]
    for k in range(4):
        inputs = make()
        expected = {name: {"exact": value} for name, value in compute(**inputs).items()}
        out.append({"id": f"{key}-{k + 1}", "formula_id": key, "inputs": inputs, "expected": expected, "also_true": {}})
print(json.dumps({"public": out}, indent=1))
