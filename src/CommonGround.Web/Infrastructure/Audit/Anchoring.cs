using System.Net.Http.Headers;
using System.Text;
using CommonGround.Domain;
using CommonGround.Web.Persistence;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>Takes where the chains end now, and keeps it outside.</summary>
public sealed class Anchoring(PlainDatabase database, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private AnchorState? _posted;

    public Anchor Take() => Anchor.Of(Heads(), clock.UtcNow());

    /// <summary>To an address, this process's first anchor names every head, the next ones what is other since.</summary>
    public async Task<Outcome<AnchorKept>> Keep(AnchorTarget target, CancellationToken cancel)
    {
        var (heads, at) = (Heads(), clock.UtcNow());
        if (target.File is { } file)
            return AnchorFile.Append(file, heads, at);

        var (anchor, now) = (Anchor.Of(heads, at, _posted), AnchorState.Of(heads));
        if (await Post(target, anchor, cancel) is { } refused)
            return refused;

        var setBack = _posted?.SetBackIn(now) ?? 0;
        _posted = now;
        return new AnchorKept(anchor, setBack);
    }

    private static async Task<AnchorNotKept?> Post(AnchorTarget target, Anchor anchor, CancellationToken cancel)
    {
        // A redirected post would arrive empty and be taken for kept.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { Timeout = Patience };
        client.DefaultRequestHeaders.Authorization = target.SignIn;
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(anchor.Line() + "\n"));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var answer = await client.PostAsync(target.Address, body, cancel);
            return answer.IsSuccessStatusCode ? null : new AnchorNotKept(target.Name, $"{(int)answer.StatusCode} {answer.ReasonPhrase}".TrimEnd());
        }
        catch (HttpRequestException unreachable)
        {
            return new AnchorNotKept(target.Name, unreachable.Message);
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new AnchorNotKept(target.Name, $"> {Patience.TotalSeconds} s");
        }
    }

    private List<AnchoredHead> Heads() => [.. AuditVerification.Heads(database).Select(AnchoredHead.Of)];
}
