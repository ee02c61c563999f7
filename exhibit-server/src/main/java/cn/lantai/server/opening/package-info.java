/**
 * Opening reviews over HTTP: the queue of what is due, the page of each record with what rules and
 * model propose at the words that caused it, the lists of words, the statistics, and the same for
 * programs. The rules are in {@code cn.lantai.opening}; here it is asked whether a role allows it.
 */
package cn.lantai.server.opening;
