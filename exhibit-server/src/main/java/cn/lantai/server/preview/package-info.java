/**
 * Links by which somebody without an account, such as an expert, sees one version of one thing as
 * it would be in public, for some days. What else is not public stays out of their reach.
 */
package cn.lantai.server.preview;
