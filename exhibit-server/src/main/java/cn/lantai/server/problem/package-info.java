/**
 * What went wrong and what to do next: problem JSON by RFC 9457 for programs, a page for readers.
 * Everything that fails on its way ends here.
 */
package cn.lantai.server.problem;
