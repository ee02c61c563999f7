/** Programs that measure a running server. Each prints ratios or limits; none is a test. */
package cn.lantai.server.bench;
