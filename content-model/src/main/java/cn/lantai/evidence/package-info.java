/** Who says so: sources, how sure a statement is, and where accounts differ. */
package cn.lantai.evidence;
