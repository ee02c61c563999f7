package cn.lantai.server.site;

import cn.lantai.server.render.Asset;
import cn.lantai.server.render.Assets;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Styles, scripts, fonts and pictures of the themes. Their address names their content. */
@Path("static/{hash}/{path: .+}")
@RequestScoped
public class StaticResource {

  @Inject Assets assets;

  @GET
  public Response file(
      @PathParam("hash") String hash,
      @PathParam("path") String path,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @DefaultValue("") String encodings) {
    Asset asset = assets.find(hash, path).orElseThrow(NotFoundException::new);
    boolean gzip = asset.gzip().isPresent() && encodings.contains("gzip");
    Response.ResponseBuilder response =
        Response.ok(gzip ? asset.gzip().get() : asset.bytes(), asset.mediaType())
            .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (gzip) {
      response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return response.build();
  }
}
