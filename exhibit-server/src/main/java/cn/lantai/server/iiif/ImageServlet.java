package cn.lantai.server.iiif;

import cn.lantai.access.AccessPolicy.Asker;
import cn.lantai.server.security.ImagePasses;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The IIIF Image API 3.0 and 2.1, compliance level 2.
 *
 * <p>Not a JAX-RS resource: a viewer asks for dozens of tiles at once, and what JAX-RS does for
 * each request costs many times what the tile does. Most of them do not even come here ({@code
 * cn.lantai.server.grizzly}).
 */
@WebServlet(urlPatterns = {"/iiif/2/*", "/iiif/3/*"})
@SuppressWarnings("serial") // a servlet is never written anywhere
public class ImageServlet extends HttpServlet {

  @Inject ImageAnswers answers;
  @Inject ImagePasses passes;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ImageQuestion question =
        new ImageQuestion(
            request.getMethod(),
            request.getRequestURI(),
            Optional.ofNullable(request.getHeader("Accept")),
            Optional.ofNullable(request.getHeader("If-None-Match")));
    ImageAnswer answer = answers.reply(question).complete(() -> asker(request));
    response.setStatus(answer.status());
    // Otherwise the container gives pictures the default encoding of texts.
    response.setCharacterEncoding(null);
    answer.forEachHeader(response::setHeader);
    if (answer.length() >= 0) {
      response.setContentLength(answer.length());
      response.getOutputStream().write(answer.content());
    }
  }

  private Asker asker(HttpServletRequest request) {
    return request.getUserPrincipal() != null || passes.ofCookie(request).isPresent()
        ? Asker.SIGNED_IN
        : Asker.ANYONE;
  }
}
