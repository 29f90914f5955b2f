using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Infrastructure.Reading;

/// <summary>How one type of row on common ground reads to a person.</summary>
public sealed record Reading(Type Of, Func<object, Texts, string> Words);

/// <summary>
/// How everything on common ground reads: by what an area registered (<see cref="ReadingSetup.AddReading{T}"/>), else by what the row
/// says itself, else by its first text. So a new kind of row can be shown as each party sees it from its first day.
/// </summary>
public sealed class Readings(IEnumerable<Reading> readings)
{
    private static readonly string[] Texts = ["Words", "Text", "Title", "Value", "Name"];

    private readonly Dictionary<Type, Reading> _byType = readings.ToDictionary(r => r.Of);

    public string Of(IOnCommonGround row, Texts t)
    {
        if (_byType.TryGetValue(row.GetType(), out var reading))
            return reading.Words(row, t);

        if (row is IInWords own)
            return own.Words;

        return Texts.Select(name => row.GetType().GetProperty(name)).FirstOrDefault(p => p?.PropertyType == typeof(string))?.GetValue(row) as string
            ?? t["reading.entry"];
    }
}

public static class ReadingSetup
{
    /// <summary>Says how an area's rows read.</summary>
    public static IServiceCollection AddReading<T>(this IServiceCollection services, Func<T, Texts, string> words) where T : class, IOnCommonGround =>
        services.AddSingleton(new Reading(typeof(T), (row, t) => words((T)row, t)));
}
