using System.Collections.Concurrent;
using System.Threading.Channels;

namespace CommonGround.Web.Infrastructure.Live;

/// <summary>
/// Tells open pages that a case has a new version. It carries an id and a number, nothing else: what a page shows, it fetches anew
/// through the policy.
/// </summary>
public sealed class LiveUpdates
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Channel<long>, byte>> _listeners = new();

    /// <summary>This process, among those on one database.</summary>
    public Guid Node { get; } = Guid.CreateVersion7();

    /// <summary>Something may have been missed: every open page fetches anew.</summary>
    public void LookAnew()
    {
        foreach (var caseId in _listeners.Keys)
            Changed(caseId, 0);
    }

    public void Changed(Guid caseId, long version)
    {
        if (!_listeners.TryGetValue(caseId, out var channels))
            return;

        foreach (var channel in channels.Keys)
            channel.Writer.TryWrite(version);
    }

    /// <summary>Versions as they come, the newest only, until cancelled.</summary>
    public async IAsyncEnumerable<long> Listen(Guid caseId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var channels = _listeners.GetOrAdd(caseId, _ => new());
        channels[channel] = 0;
        try
        {
            await foreach (var version in channel.Reader.ReadAllAsync(cancel))
                yield return version;
        }
        finally
        {
            channels.TryRemove(channel, out _);
        }
    }
}
