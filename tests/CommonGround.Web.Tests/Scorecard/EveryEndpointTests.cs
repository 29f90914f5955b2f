using System.Net;
using System.Reflection;
using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard;

/// <summary>Whatever can be asked for says who may, and a stranger who asks for all of it gets nothing.</summary>
[ScorecardRow("S3")]
[OnOneDatabase("Nothing here asks the database.")]
public sealed class EveryEndpointTests(SqliteDemo product) : IClassFixture<SqliteDemo>
{
    private static readonly string[] Files = ["/css/", "/js/", "/mark."];

    [Fact]
    public async Task EveryEndpoint_DeclaresItsAccess()
    {
        var endpoints = Endpoints();
        foreach (var endpoint in endpoints.Where(e => e.DisplayName != "Fallback {**path:file}"))
            Assert.True(await DeclaredBy(endpoint) is not null, $"{endpoint.DisplayName} does not declare its access.");

        Figure.Report("S3", $"{endpoints.Count} endpoints, each declares its access");
        Assert.True(endpoints.Count > 60, $"only {endpoints.Count}");
    }

    [Fact]
    public async Task AStranger_GetsNothing_ButWhatIsOpenToAll()
    {
        var stranger = product.Visit();
        var (asked, refused) = (0, 0);
        foreach (var endpoint in Endpoints().Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { } only || only.HttpMethods.Contains("GET")))
        {
            var declared = await DeclaredBy(endpoint);
            var path = string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(Filled))));
            var answer = await stranger.Client.GetAsync(new Uri("/" + path, UriKind.Relative), TestContext.Current.CancellationToken);
            asked++;
            if (declared is OpenToAllAttribute or DemoOnlyAttribute)
                continue;

            // Asked to sign in, at the door; or told that there is nothing.
            var door = answer.RequestMessage!.RequestUri!.AbsolutePath is "/demo" or "/sign-in" && answer.StatusCode == HttpStatusCode.OK;
            Assert.True(door || answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized, $"{path}: {answer.StatusCode} at {answer.RequestMessage.RequestUri}");
            refused++;
        }

        Figure.Report("S3", $"a stranger asked {asked} addresses: {refused} refused, {asked - refused} open to all");
        Assert.True(refused > 50, $"only {refused}");
    }

    [Fact]
    public void AnEndpoint_ThatDoesNotDeclareItsAccess_StopsTheStart()
    {
        var undeclared = new RouteEndpointBuilder(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/open"), 0) { DisplayName = "Left open" }.Build();

        var refused = Assert.Throws<StartRefusedException>(() => AccessDeclarations.Check(typeof(Program).Assembly, [.. Endpoints(), undeclared]));

        Assert.Contains("Left open", refused.Message, StringComparison.Ordinal);
        AccessDeclarations.Check(typeof(Program).Assembly, Endpoints());
    }

    [Fact]
    public void APage_ThatDoesNotDeclareItsAccess_StopsTheStart() =>
        Assert.Contains(nameof(UndeclaredModel), Assert.Throws<StartRefusedException>(() => AccessDeclarations.Check(typeof(UndeclaredModel).Assembly, [])).Message, StringComparison.Ordinal);

    private static string Filled(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        _ => $"{Guid.CreateVersion7()}",
    };

    private List<RouteEndpoint> Endpoints() =>
        [.. product.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => !Files.Any(f => e.RoutePattern.RawText!.StartsWith(f.TrimStart('/'), StringComparison.Ordinal)))];

    private async Task<AccessAttribute?> DeclaredBy(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            return endpoint.Metadata.GetMetadata<AccessAttribute>();

        var loaded = await product.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return loaded.ModelTypeInfo?.GetCustomAttribute<AccessAttribute>();
    }

    public sealed class UndeclaredModel : PageModel;
}
