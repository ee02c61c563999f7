/**
 * Reviews over HTTP: the queue, the page of one review with what it would change in public, the
 * same for programs. The rules are in {@code cn.lantai.review}; here it is asked whether a role
 * allows it. What has passed and waits for its time is published by the schedule in {@code
 * cn.lantai.server.showing}.
 */
package cn.lantai.server.review;
