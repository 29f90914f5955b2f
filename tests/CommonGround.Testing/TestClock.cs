namespace CommonGround.Testing;

/// <summary>A clock that stands still until a test turns it. It starts on a Monday at nine in Stockholm and Copenhagen.</summary>
public sealed class TestClock : TimeProvider
{
    private long _ticks = Start.UtcTicks;

    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now
    {
        get => GetUtcNow();
        set => Interlocked.Exchange(ref _ticks, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
