using CommonGround.Domain.Forms;

namespace CommonGround.Web.Features.Interviews.FillIn;

/// <summary>Reads answers from a form post: <c>a.key</c> the values, <c>own.key</c> own words, <c>dk.key</c> "I do not know yet".</summary>
internal static class GivenAnswers
{
    public static Dictionary<string, GivenAnswer> Read(IFormCollection post, IEnumerable<FormItem> asked) => asked
        .Select(item => (item.LinkId, Given: new GivenAnswer(
            [.. post[$"a.{item.LinkId}"].Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!)],
            post[$"dk.{item.LinkId}"].Count > 0,
            string.IsNullOrWhiteSpace(post[$"own.{item.LinkId}"]) ? null : post[$"own.{item.LinkId}"].ToString())))
        .Where(a => a.Given.Values.Count > 0 || a.Given.NotKnownYet || a.Given.OwnWords is not null)
        .ToDictionary(a => a.LinkId, a => a.Given);
}
