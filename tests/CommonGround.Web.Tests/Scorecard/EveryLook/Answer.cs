using System.Net;

namespace CommonGround.Web.Tests.Scorecard.EveryLook;

/// <summary>What came back to someone: which address it is the answer of, how it went, and what it showed of whom; null if nothing of anyone.</summary>
internal sealed record Answer(Guid Viewer, string Path, string Query, HttpStatusCode Status, Expected? Showed)
{
    public override string ToString() => $"{(int)Status} {Path}{Query}";
}
