package cn.lantai.server.iiif.presentation;

import cn.lantai.server.linkeddata.OpenData;
import cn.lantai.server.site.StatePlaces;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Leads a content state (Content State API 1.0, 3.1) to the page of the site that shows it. */
@Path("iiif/content-state")
@RequestScoped
public class ContentStateResource {

  @Inject StatePlaces places;

  @GET
  @OpenData
  public Response open(@QueryParam(ContentState.PARAMETER) @DefaultValue("") String content) {
    return places.open(content);
  }

  @OPTIONS
  @OpenData
  public Response options() {
    return Response.noContent().header("Allow", "GET, HEAD, OPTIONS").build();
  }
}
