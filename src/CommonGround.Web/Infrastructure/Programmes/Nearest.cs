namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>The known word that a misspelt one was most likely meant to be.</summary>
internal static class Nearest
{
    /// <summary>Empty when nothing is near: a far-fetched guess misleads.</summary>
    public static string To(string word, IEnumerable<string> known)
    {
        var (near, distance) = known.Select(k => (k, Distance(word, k))).OrderBy(k => k.Item2).FirstOrDefault(("", int.MaxValue));
        return distance <= Math.Max(2, word.Length / 3) ? near : "";
    }

    /// <summary>Letters to add, drop or change (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
