using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommonGround.Web.Tests.Audit;

/// <summary>An address outside that keeps what is posted to it, and can be told to refuse.</summary>
internal sealed class ReceivingAddress : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Body, string? SignIn)> _received = new();

    private ReceivingAddress(WebApplication app) => _app = app;

    public IReadOnlyCollection<(string Body, string? SignIn)> Received => _received;

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = StatusCodes.Status204NoContent;

    public string Address => _app.Urls.First() + "/heads";

    public static async Task<ReceivingAddress> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiving = new ReceivingAddress(app);
        app.MapPost("/heads", receiving.Take);
        await app.StartAsync();
        return receiving;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        context.Response.StatusCode = Status;
        if (Status < 300)
            _received.Enqueue((body, context.Request.Headers.Authorization.FirstOrDefault()));
        else
            context.Response.Headers.Location = "/elsewhere";
    }
}
