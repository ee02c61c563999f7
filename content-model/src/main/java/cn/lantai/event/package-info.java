/** Historical events: when, where, who took part. */
package cn.lantai.event;
