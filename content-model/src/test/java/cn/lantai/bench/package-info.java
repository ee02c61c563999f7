/** Programs that measure the content model at the size of a real archive: docs/benchmarks.md. */
package cn.lantai.bench;
