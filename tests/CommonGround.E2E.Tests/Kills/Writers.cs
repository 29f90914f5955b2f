using System.Collections.Concurrent;
using System.Net;
using CommonGround.E2E.Tests.Running;
using CommonGround.Web.Features.Demo;

namespace CommonGround.E2E.Tests.Kills;

/// <summary>People who put points on one case's board at once, and remember which commands they sent and which were acknowledged.</summary>
internal sealed class Writers(string person, string caseKey) : IDisposable
{
    private const int AtOnce = 4;

    private readonly PlainBrowser _browser = new();
    private readonly ConcurrentDictionary<Guid, bool> _sent = new();
    private readonly Guid _caseId = DemoFile.IdOf(caseKey);
    private Guid _meetingId;
    private Guid _sideId;
    private string _token = "";

    public IReadOnlyCollection<Guid> Sent => [.. _sent.Keys];

    public IReadOnlySet<Guid> Acknowledged => _sent.Where(s => s.Value).Select(s => s.Key).ToHashSet();

    /// <param name="sideId">The party whose points they write down.</param>
    public async Task SignIn(Uri product, Guid meetingId, Guid sideId)
    {
        (_meetingId, _sideId) = (meetingId, sideId);
        await _browser.SignIn(product, person);
        _token = await _browser.Token(Board(product));
    }

    /// <summary>Writes until told to stop, or until nobody answers.</summary>
    public Task Write(Uri product, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
    {
        while (!stop.IsCancellationRequested && await Send(product, Guid.CreateVersion7()) is not null)
        {
        }
    }));

    /// <summary>Sends again what nobody acknowledged, as a browser would: the same command.</summary>
    public async Task SendAgain(Uri product)
    {
        foreach (var command in Sent.Except(Acknowledged))
            Assert.Equal(HttpStatusCode.Redirect, await Send(product, command));
    }

    public void Dispose() => _browser.Dispose();

    private async Task<HttpStatusCode?> Send(Uri product, Guid command)
    {
        _sent.TryAdd(command, false);
        try
        {
            using var answer = await _browser.Post(new Uri(Board(product) + "?handler=Point"), new()
            {
                ["CommandId"] = $"{command}", ["Point.Text"] = Kept.TextOf(command), ["Point.Kind"] = "Work", ["Point.Side"] = $"{_sideId}", ["__RequestVerificationToken"] = _token,
            });
            if (answer.StatusCode == HttpStatusCode.Redirect)
                _sent[command] = true;
            return answer.StatusCode;
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException or IOException)
        {
            return null;
        }
    }

    private Uri Board(Uri product) => new(product, $"/cases/{_caseId}/meetings/{_meetingId}");
}
