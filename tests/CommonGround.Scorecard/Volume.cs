namespace CommonGround.Scorecard;

/// <summary>How much a row is measured on: a sample in <c>./test</c>, everything in <c>./verify</c>.</summary>
public static class Volume
{
    public static bool IsFull => Environment.GetEnvironmentVariable("COMMONGROUND_VERIFY") == "full";

    public static int Of(int sample, int full) => IsFull ? full : sample;

    /// <summary>The sample's seed is fixed, so that a red test is red again; the full run may be given another.</summary>
    public static int Seed =>
        int.TryParse(Environment.GetEnvironmentVariable("COMMONGROUND_SEED"), out var seed) ? seed : 20_260_101;
}
