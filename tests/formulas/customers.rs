//! What must hold of customers and their value, whatever the numbers.
