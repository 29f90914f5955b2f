namespace CommonGround.Web.Tests.Scorecard.Writers;

/// <summary>What came of many writers on one version.</summary>
/// <param name="Stored">Whose words the database holds afterwards.</param>
/// <param name="Told">Who was told that someone else was first, with what stands now, and their own words whole before them.</param>
/// <param name="Silent">What the others were answered, where it was not that.</param>
internal sealed record Written(string What, int Writers, int Stored, int Told, IReadOnlyList<string> Silent)
{
    public bool IsOneAndToldTheOthers => Stored == 1 && Told == Writers - 1;

    public override string ToString() => $"{What}: {Stored} stored, {Told} told; {string.Join("; ", Silent.Distinct().Take(4))}";
}
