/**
 * Reviews over HTTP: the queue, the page of one review with what it would change in public, the
 * same for programs, and the schedule that publishes what is due. The rules are in {@code
 * cn.lantai.review}; here it is asked whether a role allows it.
 */
package cn.lantai.server.review;
