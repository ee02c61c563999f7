/**
 * What the pages show: immutable records that the {@code site} package fills and templates read.
 *
 * <p>No queries, no HTTP and no HTML here. Nothing is null: what may be missing is an {@link
 * java.util.Optional} or an empty list. Addresses are site-relative ({@code /records/…}).
 */
package cn.lantai.server.site.view;
