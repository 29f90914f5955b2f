using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CommonGround.Web.Persistence;

/// <summary>A short list of values in one text column, the same on both databases; for what is only ever read with its row.</summary>
internal static class StoredJson
{
    public static PropertyBuilder<IReadOnlyList<T>> HasJson<T>(this PropertyBuilder<IReadOnlyList<T>> property)
    {
        property.HasConversion(
            new ValueConverter<IReadOnlyList<T>, string>(list => Write(list), text => Read<T>(text)),
            new ValueComparer<IReadOnlyList<T>>(
                (a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToArray()));
        return property;
    }

    private static string Write<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list);

    private static T[] Read<T>(string text) => JsonSerializer.Deserialize<T[]>(text)!;
}
