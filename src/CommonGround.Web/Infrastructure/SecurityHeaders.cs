using Microsoft.Extensions.Options;

namespace CommonGround.Web.Infrastructure;

/// <summary>What every response says to the browser about what it may do with it.</summary>
public sealed class SecurityHeaders(RequestDelegate next, IOptions<HouseUiOptions> options)
{
    // Nothing is allowed but our own files. Images may also be data: the form parts draw their icons so.
    // No inline script, no inline style, no frame in either direction.
    private readonly string _policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        $"manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action {string.Join(' ', options.Value.SignInOrigins.Prepend("'self'"))}";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private Task Write(object state)
    {
        var response = ((HttpContext)state).Response;
        var headers = response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (response.HttpContext.Request.IsHttps && response.HttpContext.Request.Host.Host != "localhost")
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        // Pages are about people: no copy is left in a shared computer. Static files have said what holds for them.
        if (!IsStatic(response))
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    // Anything that would be kept, but for files that are the same for everybody, is a leak waiting.
    private static bool IsStatic(HttpResponse response) =>
        response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticFile>() is not null;

    /// <summary>Marks the endpoints of files that are the same for everybody.</summary>
    public sealed record StaticFile;
}
