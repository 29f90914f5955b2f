using System.Net;

namespace CommonGround.Web.Tests.Scorecard.EveryLook;

/// <summary>What came back to someone: which address it is the answer of, how it went, and every word of it.</summary>
internal sealed record Answer(Guid Viewer, string Path, string Query, HttpStatusCode Status, string Words)
{
    public override string ToString() => $"{(int)Status} {Path}{Query}";
}
