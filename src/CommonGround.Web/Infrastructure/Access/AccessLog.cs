using System.Threading.Channels;
using CommonGround.Domain.Journal;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Access;

/// <summary>
/// The access log's one writer in this process. Whoever waits is answered when their entry is on the disk; entries that wait together
/// are committed together.
/// </summary>
public sealed class AccessLog(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    private const int AtMostTogether = 200;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(10_000);
    private AccessHead? _head;

    /// <summary>Returns when the entry is committed.</summary>
    public async Task Write(Domain.Journal.Access access, CancellationToken cancel)
    {
        var waiting = new Waiting(access, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _queue.Writer.WriteAsync(waiting, cancel);
        await waiting.Done.Task;
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var together = new List<Waiting>(AtMostTogether);
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (together.Count < AtMostTogether && _queue.Reader.TryRead(out var waiting))
                together.Add(waiting);

            try
            {
                await Commit(together);
                together.ForEach(w => w.Done.SetResult());
            }
#pragma warning disable CA1031 // Whatever stopped the commit, those who wait must be told, and the next ones served.
            catch (Exception stopped)
#pragma warning restore CA1031
            {
                _head = null;
                together.ForEach(w => w.Done.SetException(stopped));
            }

            together.Clear();
        }
    }

    private async Task Commit(List<Waiting> together)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        if (_head is null)
        {
            // A new chain: after a commit whose outcome is unknown, the old one is left as the database has it.
            _head = new AccessHead(Domain.Ids.New(clock.UtcNow()), clock.UtcNow());
            db.AccessHeads.Add(_head);
        }
        else
        {
            db.AccessHeads.Update(_head);
        }

        db.AccessLog.AddRange(together.Select(w => _head.Add(w.Access)));
        await db.SaveChangesAsync();
    }

    private sealed record Waiting(Domain.Journal.Access Access, TaskCompletionSource Done);
}
