using System.Net;

namespace CommonGround.Web.Tests.Scorecard.Forms;

/// <summary>What came back for a form: a page, or where it leads.</summary>
internal sealed record Reply(HttpStatusCode Status, string LeadsTo)
{
    public static Reply Of(HttpResponseMessage answer) => new(answer.StatusCode, answer.Headers.Location?.OriginalString ?? "");

    public override string ToString() => $"{(int)Status} {LeadsTo}".Trim();
}

/// <summary>A form that was sent three times.</summary>
/// <param name="Changed">The tables in which something is other after the first than before it.</param>
/// <param name="ChangedAgain">After the third than after the first.</param>
internal sealed record SentForm(
    string Handler, string Address, IReadOnlyList<Reply> Replies, IReadOnlyList<string> Changed, IReadOnlyList<string> ChangedAgain, long JournalLines)
{
    public bool HadEffect => Changed.Count > 0;
}

/// <summary>All that were sent.</summary>
internal sealed class SentForms
{
    private readonly List<SentForm> _forms = [];

    public IReadOnlyList<SentForm> All => _forms;

    public void Note(SentForm form) => _forms.Add(form);
}
