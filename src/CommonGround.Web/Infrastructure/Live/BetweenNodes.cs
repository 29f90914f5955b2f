using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommonGround.Web.Infrastructure.Live;

/// <summary>
/// Several processes on one PostgreSQL tell each other that a case has a new version, in the transaction that makes it so: id and number,
/// nothing else. What is said while a process cannot hear is lost, so whoever hears again has all open pages look anew.
/// </summary>
internal sealed partial class BetweenNodes(IConfiguration configuration, LiveUpdates live, ILogger<BetweenNodes> log) : BackgroundService
{
    private const string Channel = "commonground_case";
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromSeconds(1);

    /// <summary>Says it to the other processes; heard when the transaction is stored, never when it is not.</summary>
    public static async Task Announce(CommonGroundDb db, LiveUpdates live, Guid caseId, long version)
    {
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"select pg_notify({Channel}, {$"{live.Node:N} {caseId:N} {version}"})");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!DatabaseSetup.IsPostgres(configuration))
            return;

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Hear(stoppingToken);
            }
            // Whatever it was: boards are behind by seconds then, and nothing else.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                NotHeard(log, e.GetType().Name);
                await Task.Delay(BeforeAgain, stoppingToken);
            }
        }
    }

    private async Task Hear(CancellationToken cancel)
    {
        // A connection of its own, that notices when the other end is gone.
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(configuration["COMMONGROUND_DATABASE"]) { Pooling = false, KeepAlive = 15 }.ToString());
        await connection.OpenAsync(cancel);
        connection.Notification += (_, said) => Pass(said.Payload);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancel);
        live.LookAnew();
        while (!cancel.IsCancellationRequested)
            await connection.WaitAsync(cancel);
    }

    private void Pass(string said)
    {
        if (said.Split(' ') is [var node, var caseId, var version] && node != live.Node.ToString("N")
            && Guid.TryParse(caseId, out var id) && long.TryParse(version, out var number))
            live.Changed(id, number);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What other processes say is not heard just now ({What}): open boards are told when it is again.")]
    private static partial void NotHeard(ILogger log, string what);
}
