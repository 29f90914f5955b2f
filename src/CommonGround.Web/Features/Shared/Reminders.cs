using System.Globalization;
using CommonGround.Web.Infrastructure;

namespace CommonGround.Web.Features.Shared;

/// <summary>
/// Tells people of what has become due, again and again, in every process: each sees to it in the database that a thing is told once,
/// whoever comes first.
/// </summary>
public abstract partial class Reminders(IConfiguration configuration, ILogger log) : BackgroundService
{
    private const string Setting = "COMMONGROUND_REMIND_EVERY";

    private readonly TimeSpan _every = Every(configuration[Setting]);

    /// <summary>Reminds of all that is due now; of how many.</summary>
    public abstract Task<int> RemindDue(CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RemindDue(stoppingToken);
            }
            // Whatever it was: people go on working, and the next look comes.
            catch (Exception stopped) when (!stoppingToken.IsCancellationRequested)
            {
                NotReminded(log, stopped);
            }
        }
    }

    private static TimeSpan Every(string? given) => string.IsNullOrWhiteSpace(given) ? TimeSpan.FromMinutes(10)
        : TimeSpan.TryParse(given, CultureInfo.InvariantCulture, out var every) && every >= TimeSpan.FromSeconds(1) && every <= TimeSpan.FromDays(1) ? every
        : throw new StartRefusedException($"{Setting} must read hours:minutes:seconds, for instance 00:10:00, and be a second to a day.");

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due could not be reminded of. It is tried again.")]
    private static partial void NotReminded(ILogger log, Exception stopped);
}
