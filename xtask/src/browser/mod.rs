pub mod worlds;
