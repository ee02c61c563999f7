/** The curators' pages, for those who have signed in. */
package cn.lantai.server.workbench;
