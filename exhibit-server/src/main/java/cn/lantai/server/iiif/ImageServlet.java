package cn.lantai.server.iiif;

import cn.lantai.access.AccessPolicy.Asker;
import cn.lantai.server.security.ImagePasses;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The IIIF Image API 3.0 and 2.1, compliance level 2.
 *
 * <p>Not a JAX-RS resource: a viewer asks for dozens of tiles at once, and what JAX-RS does for
 * each request costs many times what the tile does.
 */
@WebServlet(urlPatterns = {"/iiif/2/*", "/iiif/3/*"})
@SuppressWarnings("serial") // a servlet is never written anywhere
public class ImageServlet extends HttpServlet {

  @Inject ImageAnswers answers;
  @Inject ImagePasses passes;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answers.answer(request, response, () -> asker(request));
  }

  private Asker asker(HttpServletRequest request) {
    return request.getUserPrincipal() != null || passes.ofCookie(request).isPresent()
        ? Asker.SIGNED_IN
        : Asker.ANYONE;
  }
}
