using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.Extensions.Options;

namespace CommonGround.Web.Features.Gallery;

[DemoOnly]
public sealed class CitizenModel(IOptions<HouseUiOptions> options, IHostEnvironment environment) : GalleryPage(options, environment);
