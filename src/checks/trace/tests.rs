//! Chains followed to their end, and what lies beside them.
