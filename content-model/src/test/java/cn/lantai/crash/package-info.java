/** Kills processes in the middle of their work, and looks at what they leave. */
package cn.lantai.crash;
