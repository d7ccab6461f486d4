// Renderer: the outlines of the world's land and countries, for a map that needs no network. A part of its own, loaded when
// a place is shown first. From Natural Earth (public domain), 1:110 million.

import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import { ringsToPath } from './map.js';

const topology = atlas as unknown as Topology<{ land: GeometryObject; countries: GeometryCollection }>;

/** SVG paths in degrees: x is the longitude, y the latitude, southwards. */
export interface World {
  readonly land: string;
  readonly borders: string;
}

export function drawWorld(): World {
  const { land, countries } = topology.objects;
  const found = feature(topology, land);
  const polygons = (found.type === 'FeatureCollection' ? found.features : [found]).flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates.flat()
      : geometry.type === 'Polygon'
        ? geometry.coordinates
        : [],
  );
  const inner = mesh(topology, countries, (a, b) => a !== b);
  return {
    land: ringsToPath(polygons, true),
    borders: ringsToPath(inner.coordinates, false),
  };
}
