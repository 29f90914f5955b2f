using System.Net.Http.Headers;
using System.Reflection;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Testing.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard.Secrets;

/// <summary>A form sent to each handler that the product has, whoever may have its page: with ids of secret rows, and words that fit nowhere.</summary>
internal sealed class Knocks(IServiceProvider services, SecretScene scene, Addresses addresses)
{
    private static readonly string[] Left = ["/sign-out", "/demo", "/language"];

    // To open a case in an emergency is for whoever works in its unit; what it opens then is S6's to hold.
    private const string Opens = "/emergency/open";

    /// <summary>All of them from this visitor.</summary>
    /// <param name="asParty">Also with nothing filled in: from someone whom a page may answer.</param>
    public async Task<IReadOnlyList<HttpRequestMessage>> By(Visitor visitor, bool asParty)
    {
        var start = await visitor.Open("/demo");
        var token = start.Form("form:has([name=__RequestVerificationToken])").Value("__RequestVerificationToken");
        var loader = services.GetRequiredService<PageLoader>();
        var sent = new List<HttpRequestMessage>();
        foreach (var page in services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            foreach (var handler in compiled.HandlerMethods.Where(h => h.HttpMethod.Equals("POST", StringComparison.OrdinalIgnoreCase)))
                sent.AddRange(from address in addresses.Fill("/" + page.AttributeRouteInfo!.Template).Take(2)
                              where !Left.Contains(address) && !address.EndsWith(Opens, StringComparison.Ordinal)
                              from fields in new[] { Fields(compiled.HandlerTypeInfo, handler.MethodInfo), [] }.Take(asParty ? 2 : 1)
                              select Send(address, handler.Name, token, fields));
        }

        // And what no form of ours would send.
        var interview = addresses.Fill("/work/{caseId}/interview").First();
        sent.Add(Send(interview, null, "no token", []));
        sent.Add(new HttpRequestMessage(HttpMethod.Post, interview) { Content = new StringContent("zqx", new MediaTypeHeaderValue("multipart/form-data")) });
        sent.Add(new HttpRequestMessage(HttpMethod.Put, interview));
        return sent;
    }

    private static HttpRequestMessage Send(string address, string? handler, string token, IEnumerable<(string Name, string Value)> fields) =>
        new(HttpMethod.Post, handler is null ? address : $"{address}?handler={handler}")
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))
                .Append(KeyValuePair.Create("__RequestVerificationToken", token)).Append(KeyValuePair.Create("CommandId", $"{Guid.CreateVersion7()}"))),
        };

    private IEnumerable<(string Name, string Value)> Fields(Type page, MethodInfo handler) =>
        handler.GetParameters().Select(p => (Name: p.Name!, Type: p.ParameterType))
            .Concat(page.GetProperties().Where(p => p.GetCustomAttribute<Microsoft.AspNetCore.Mvc.BindPropertyAttribute>() is not null).Select(p => (p.Name, Type: p.PropertyType)))
            .Where(f => f.Name != "CommandId").SelectMany(f => Field(f.Name, f.Type, depth: 0));

    private IEnumerable<(string, string)> Field(string name, Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(Guid))
            return [(name, $"{Secret(name)}")];
        if (type == typeof(string))
            return [(name, "put there")];
        if (type.IsEnum || type == typeof(int) || type == typeof(long))
            return [(name, "1")];
        if (type == typeof(bool))
            return [(name, "true")];
        return depth > 0 || type.Namespace?.StartsWith("CommonGround", StringComparison.Ordinal) != true ? []
            : type.GetProperties().Where(p => p.CanWrite).SelectMany(p => Field($"{name}.{p.Name}", p.PropertyType, depth + 1));
    }

    /// <summary>A row that holds a secret, of the sort that the field's name asks for.</summary>
    private Guid Secret(string name)
    {
        var table = name.ToUpperInvariant() switch
        {
            var n when n.Contains("MEETING", StringComparison.Ordinal) => typeof(Meeting),
            var n when n.Contains("AGREEMENT", StringComparison.Ordinal) => typeof(Agreement),
            var n when n.Contains("DIFFER", StringComparison.Ordinal) => typeof(Difference),
            "POINT" => typeof(ReleasedPoint),
            var n when n.Contains("POINT", StringComparison.Ordinal) => typeof(BoardPoint),
            var n when n.Contains("SOURCE", StringComparison.Ordinal) => typeof(StoredAnswer),
            var n when n.Contains("COPY", StringComparison.Ordinal) => typeof(HandedOverCopy),
            _ => typeof(PlanItem),
        };
        return scene.SecretRows[table].FirstOrDefault();
    }
}
