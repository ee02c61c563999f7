/** What tests, benchmarks and the kill program have in common. */
package cn.lantai.testing;
