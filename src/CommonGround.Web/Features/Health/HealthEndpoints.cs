using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;

namespace CommonGround.Web.Features.Health;

/// <summary>For whoever watches the process: it runs; it can serve.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).WithMetadata(new OpenToAllAttribute());
        app.MapGet("/health/ready", async (CommonGroundDb db, CancellationToken cancel) =>
            await db.Database.CanConnectAsync(cancel) ? Results.Text("ready") : Results.Text("database", statusCode: 503))
            .WithMetadata(new OpenToAllAttribute());
    }
}
