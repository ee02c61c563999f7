package cn.lantai.server.runtime;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The headers that every answer carries. They are set first, so that a resource can set another
 * value.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class HeadersFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // a proxy of the container
  @Inject
  CommonHeaders headers;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    headers.give(RequestId.give(request), response::setHeader);
    chain.doFilter(request, response);
  }
}
