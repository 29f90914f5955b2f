using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace CommonGround.Web.Infrastructure;

/// <summary>
/// How often someone may ask, and how much they may send: far above what people do, far below what makes others wait. A browser that goes
/// wild, or someone who tries addresses by the thousand, is told to pause; by person where one is signed in, else by address.
/// <c>COMMONGROUND_REQUESTS_PER_MINUTE</c>: for one person; an address, behind which a whole hospital can be, has ten times that; 0 for none.
/// </summary>
internal static class RequestLimits
{
    /// <summary>What a form may send; the page that takes sick notes in says its own.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    private const long MostHeardOut = 256L * 1024 * 1024;
    private const int UsualPerMinute = 600;
    private const int PeopleAtAnAddress = 10;

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = MostBytes);
        var perMinute = PerMinute(builder.Configuration);
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => perMinute == 0 || IsForEveryone(context)
                ? RateLimitPartition.GetNoLimiter("")
                : context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } person
                    ? Window(person, perMinute)
                    : Window($"{context.Connection.RemoteIpAddress}", perMinute * PeopleAtAnAddress));
        });
    }

    /// <summary>
    /// Refuses what says by itself that it is too large, before anything reads of it: read halfway, it would look like a form that had
    /// expired. After routing, for a page may take more than others, and after the limit to how often one may ask.
    /// </summary>
    public static IApplicationBuilder UseSizeLimit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.ContentLength is not { } length || length <= MostOf(context) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(context);
            return;
        }

        await HearOut(context, length);
        // The page that tells of it reads no form: what was sent is gone.
        context.Request.ContentType = null;
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    });

    private static long MostOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? MostBytes;

    /// <summary>
    /// A browser reads the answer only when it has sent everything: whoever is signed in may, within reason, and nothing of it is kept.
    /// </summary>
    private static async Task HearOut(HttpContext context, long length)
    {
        if (length > MostHeardOut || context.User.Identity?.IsAuthenticated != true)
            return;

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostHeardOut;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }

    private static RateLimitPartition<string> Window(string who, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(who, _ =>
        new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 });

    /// <summary>Files that a browser keeps, what a load balancer asks, and the page that says to pause.</summary>
    private static bool IsForEveryone(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<SecurityHeaders.StaticFile>() is not null || context.Request.Path.StartsWithSegments("/health")
        || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    private static int PerMinute(IConfiguration configuration)
    {
        var given = configuration["COMMONGROUND_REQUESTS_PER_MINUTE"];
        return string.IsNullOrWhiteSpace(given) ? UsualPerMinute
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new StartRefusedException("COMMONGROUND_REQUESTS_PER_MINUTE must be a whole number: how often one person may ask in a minute, or 0 for no limit.");
    }
}
