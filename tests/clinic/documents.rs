//! What is written for clinics beside the code: the guides, the example they show, the list of criteria.

mod criteria;
mod example;
mod guides;

use super::{content, ids, laid};
