namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>Anchors heads in the background. What stands in its way is logged and tried again; it never stops the product.</summary>
public sealed partial class ScheduledAnchoring(Anchoring anchoring, AnchorSettings settings, ILogger<ScheduledAnchoring> log) : BackgroundService
{
    /// <summary>Anchors once; whether it was kept.</summary>
    public async Task<bool> Once(AnchorTarget to, CancellationToken cancel)
    {
        try
        {
            return (await anchoring.Keep(to, cancel)).Match(kept => Told(to, kept), error =>
            {
                NotKept(log, to.Name, $"{error}");
                return false;
            });
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever it was, people must go on working, and the next anchor be tried.
        catch (Exception stopped)
#pragma warning restore CA1031
        {
            NotKept(log, to.Name, stopped.Message);
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.To is not { } to)
            return;

        // Whoever waits for the first page is not made to wait for this.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
            await Task.Delay(await Once(to, stoppingToken) ? settings.Every : settings.Again, stoppingToken);
    }

    private bool Told(AnchorTarget to, AnchorKept kept)
    {
        if (kept.SetBack > 0)
            SetBack(log, kept.SetBack, to.Name);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The heads of journal and access log could not be anchored at {Where}: {Why}. It is tried again.")]
    private static partial void NotKept(ILogger log, string where, string why);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Chains of journal or access log that are behind what was anchored at {Where}, or gone: {Chains}. Run 'audit verify --against'.")]
    private static partial void SetBack(ILogger log, int chains, string where);
}
