/**
 * Opening and closing of what is curated, over HTTP: setting the times, and what the public pages
 * tell of them. The rules are in {@code cn.lantai.showing}; here it is asked whether a role allows
 * it. {@link cn.lantai.server.showing.PublicationSchedule} does what is due, of reviews as well.
 */
package cn.lantai.server.showing;
