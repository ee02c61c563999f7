package cn.lantai.server.linkeddata;

import cn.lantai.server.problem.ProblemMapper;
import cn.lantai.server.problem.ProblemPage;
import cn.lantai.server.sparql.SparqlLimits;
import cn.lantai.server.sparql.SparqlPage;
import cn.lantai.server.sparql.SparqlResource;
import cn.lantai.server.sparql.SparqlService;
import cn.lantai.stage.GraphStore;
import com.sun.net.httpserver.HttpServer;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.glassfish.hk2.api.TypeLiteral;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** The resources of these packages over real HTTP, in the JAX-RS runtime that Payara brings. */
public final class TestServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SparqlService service;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  public TestServer(GraphStore stage, SparqlLimits limits, Optional<SparqlPage> page) {
    Addresses addresses = TestData.addresses();
    service = new SparqlService(stage, addresses, limits);
    ResourceConfig config =
        new ResourceConfig(
            SparqlResource.class,
            IdResource.class,
            DataResource.class,
            OpenDataFilter.class,
            ProblemMapper.class);
    config.register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(addresses).to(Addresses.class);
            bind(service).to(SparqlService.class);
            bind(new EntityData(stage, addresses)).to(EntityData.class);
            bind(instance(page)).to(new TypeLiteral<Instance<SparqlPage>>() {});
            bind(TestServer.<ProblemPage>instance(Optional.empty()))
                .to(new TypeLiteral<Instance<ProblemPage>>() {});
          }
        });
    server =
        JdkHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), config, false);
    server.setExecutor(threads);
    server.start();
  }

  public SparqlService service() {
    return service;
  }

  /** A request to a path from the root, to be completed. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.GET());
  }

  public HttpResponse<String> query(String query, String accept) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return get("/sparql?query=" + encoded, "Accept", accept);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> Instance<T> instance(Optional<T> bean) {
    return (Instance<T>)
        Proxy.newProxyInstance(
            TestServer.class.getClassLoader(),
            new Class<?>[] {Instance.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "isResolvable" -> bean.isPresent();
                  case "get" -> bean.orElseThrow();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    service.close();
  }
}
