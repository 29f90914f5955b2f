namespace CommonGround.Web.Infrastructure.Retention;

/// <summary>Once a day, erases what is kept no longer; takes the bytes of what someone removed. On several nodes each tries, and one has the effect.</summary>
public sealed partial class RetentionJob(IServiceScopeFactory scopes, ErasedBytes bytes, TimeProvider clock, ILogger<RetentionJob> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);

    public async Task<int> Once(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (cases, rows) = await scope.ServiceProvider.GetRequiredService<DueCases>().CarryOut(cancel);
        if (rows > 0)
            Erased(log, cases, rows);
        return rows;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Daily(stoppingToken), WhenAsked(stoppingToken));

    private async Task Daily(CancellationToken cancel)
    {
        // A process that is started anew each night would otherwise never come to it.
        await Task.Delay(AfterStart, clock, cancel);
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            await Try(() => Once(cancel), cancel);
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private async Task WhenAsked(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await bytes.Asked(cancel);
            await Try(() => Task.Run(bytes.Take, cancel), cancel);
        }
    }

    private async Task Try(Func<Task> erase, CancellationToken cancel)
    {
        try
        {
            await erase();
        }
        // Whatever it was: people go on working, and it is tried again.
        catch (Exception stopped) when (!cancel.IsCancellationRequested)
        {
            NotDone(log, stopped.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Cases} cases or people had something that is kept no longer: {Rows} rows were erased, and their bytes.")]
    private static partial void Erased(ILogger log, int cases, int rows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is kept no longer could not be erased ({What}). It is tried again tomorrow; 'retention carry-out' tries it now.")]
    private static partial void NotDone(ILogger log, string what);
}
